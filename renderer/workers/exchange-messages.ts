// What passes between the window and the worker that exchanges data for it.

import type { StorageFailure } from '../database/storage-error';
import type { Exchange } from './exchange';

type Method = Exclude<keyof Exchange, 'close'>;

/** A call; `number` tells its answers from those of others. */
export type ExchangeCall = {
  readonly [Name in Method]: {
    readonly number: number;
    readonly method: Name;
    readonly words: Parameters<Exchange[Name]>;
  };
}[Method];

/** How far a call has come, its result, or why the database refused. */
export type ExchangeAnswer = { readonly number: number } & (
  | { readonly done: number }
  | { readonly result: unknown }
  | { readonly failure: { readonly reason: StorageFailure; readonly detail: string } }
);
