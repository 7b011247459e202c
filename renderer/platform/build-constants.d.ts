// Constants that the bundler writes into the window's scripts.

/** The application's version, from package.json. */
declare const __APPLICATION_VERSION__: string;
