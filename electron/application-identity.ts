// The names that the data hang on: application name, origin, profile folder. None may change after the first
// release, or every clerk's data would seem gone. Reads and writes nothing.

export const APPLICATION_NAME = 'gongkai-nianbao';
export const PRODUCT_NAME = '政务公开年报';

export const APPLICATION_SCHEME = 'app';
export const APPLICATION_HOST = 'nianbao';
export const START_URL = `${APPLICATION_SCHEME}://${APPLICATION_HOST}/index.html`;

/** Where the development runtime keeps its data: its Chromium is older, and must never meet a released profile. */
const DEVELOPMENT_PROFILE = `${APPLICATION_NAME}-development`;

/** Does this Electron use the development profile? Every Electron but the one that releases are made with does. */
export function usesDevelopmentProfile(runningElectron: string, pinnedElectron: string): boolean {
  return runningElectron !== pinnedElectron;
}

/** The name of the profile folder inside the user's application data, for the Electron that is running. */
export function profileFolderName(runningElectron: string, pinnedElectron: string): string {
  return usesDevelopmentProfile(runningElectron, pinnedElectron) ? DEVELOPMENT_PROFILE : APPLICATION_NAME;
}

/** Is this URL one of ours? In Node `origin` of our scheme is the text "null", so scheme and host are compared. */
export function isApplicationUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return (
    protocol === `${APPLICATION_SCHEME}:` && host === APPLICATION_HOST && username === '' && password === ''
  );
}
