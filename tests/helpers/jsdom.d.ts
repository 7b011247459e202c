// The little of jsdom that the tests use outside of Vitest's own page environment.

declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string);
    readonly window: Window & typeof globalThis;
  }
}
