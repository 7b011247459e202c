// The names that the data hang on: changing one of them would hide every clerk's data.

import { describe, expect, it } from 'vitest';
import * as identity from '../../electron/application-identity';

describe('the application’s names', () => {
  it('never change', () => {
    expect(identity.APPLICATION_NAME).toBe('gongkai-nianbao');
    expect(identity.PRODUCT_NAME).toBe('政务公开年报');
    expect(`${identity.APPLICATION_SCHEME}://${identity.APPLICATION_HOST}`).toBe('app://nianbao');
    expect(identity.START_URL).toBe('app://nianbao/index.html');
  });
});

describe('the profile folder', () => {
  it('is the released one for the very Electron that releases are made with', () => {
    expect(identity.profileFolderName('45.4.1', '45.4.1')).toBe('gongkai-nianbao');
  });
  it.each(['33.2.1', '45.4.2', '46.0.0'])('is apart for Electron %s', (running) => {
    expect(identity.profileFolderName(running, '45.4.1')).toBe('gongkai-nianbao-development');
  });
});
