// Messages to the clerk. passing: goes by itself · done: stays a while, may offer one action · failed: stays until closed.

export interface Notice {
  readonly tone: 'passing' | 'done' | 'failed';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export type Notify = (notice: Notice) => void;
