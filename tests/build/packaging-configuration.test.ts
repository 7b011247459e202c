// The packaging configuration is valid for the electron-builder that is installed, and says what releases promise.

import { validateConfiguration } from 'app-builder-lib/out/util/config/config';
import { DebugLogger } from 'builder-util';
import type { Configuration } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import { packagingConfiguration } from '../../build/packaging-configuration';

const validate = (configuration: Configuration): Promise<void> =>
  validateConfiguration(configuration, new DebugLogger(false));

describe('the packaging configuration', () => {
  const configuration = packagingConfiguration({ version: '45.4.1' });

  it('is valid against electron-builder’s own schema, which refuses what it does not know', async () => {
    await validate(configuration);
    await validate(packagingConfiguration({ version: '33.2.1', folder: '/runtime' }, '/output'));
    await expect(validate({ ...configuration, unknown: true } as Configuration)).rejects.toThrow(/unknown/);
  });

  it('keeps the names that the data hang on', () => {
    expect(configuration).toMatchObject({ appId: 'gongkai-nianbao', productName: '政务公开年报' });
  });

  it('packs built output alone, and publishes nowhere', () => {
    expect(configuration.files).toEqual([
      'package.json',
      'dist/electron/**',
      'dist/renderer/**',
      '!node_modules/**',
    ]);
    expect(configuration.publish).toBeNull();
  });

  it('opens .nianbao files', () => {
    expect(configuration.fileAssociations).toMatchObject([{ ext: 'nianbao', name: '年报文件' }]);
  });

  it('installs for one person without an administrator, and leaves the data when it goes', () => {
    expect(configuration.win?.requestedExecutionLevel).toBe('asInvoker');
    expect(configuration.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
    });
  });

  it('makes an installer for Windows, and deb before AppImage for Linux', () => {
    expect(configuration.win?.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(configuration.linux?.target).toMatchObject([{ target: 'deb' }, { target: 'AppImage' }]);
  });
});
