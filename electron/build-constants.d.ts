// Constants that the bundler writes into the main process.

/** The application's version, from package.json. */
declare const __APPLICATION_VERSION__: string;
/** The Electron version that releases are made with, from package.json. */
declare const __PINNED_ELECTRON_VERSION__: string;
