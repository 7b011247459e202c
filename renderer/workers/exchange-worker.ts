// The thread on which backups are made and untrusted files are read and merged: it ends with the work it was started
// for, and may be ended at any moment before. It has its own connection to the database.

import { openReportRepository } from '../database/dexie-report-repository';
import type { ReportRepository } from '../database/report-repository';
import { toStorageError } from '../database/storage-error';
import { createExchange } from './exchange';
import type { ExchangeAnswer, ExchangeCall } from './exchange-messages';

let repository: Promise<ReportRepository> | undefined;
const exchange = createExchange(
  () => (repository ??= openReportRepository({ newId: () => crypto.randomUUID() })),
);

self.addEventListener('message', (event: MessageEvent<ExchangeCall>) => void answer(event.data));

async function answer(call: ExchangeCall): Promise<void> {
  const { number } = call;
  try {
    const result = await run(call);
    const bytes = typeof result === 'object' && 'bytes' in result ? [result.bytes.buffer] : [];
    send({ number, result }, bytes);
  } catch (error) {
    const { reason, detail } = toStorageError(error);
    send({ number, failure: { reason, detail } });
  }
}

function run(call: ExchangeCall) {
  switch (call.method) {
    case 'backUp':
      return exchange.backUp(...call.words);
    case 'readFile':
      return exchange.readFile(...call.words);
    case 'preview':
      return exchange.preview();
    case 'recount':
      return exchange.recount(...call.words);
    case 'merge': {
      const [choices, now] = call.words;
      return exchange.merge(choices, now, (done) => send({ number: call.number, done }));
    }
  }
}

function send(message: ExchangeAnswer, transferred: Transferable[] = []): void {
  self.postMessage(message, { transfer: transferred });
}
