// How the application is packaged: what goes in, for which systems, with which locks on the runtime. Runs nothing;
// package-application.ts does.
//
// What has to be downloaded for it, and where from when the usual place is out of reach:
//   Electron itself                         ELECTRON_MIRROR (checksums come with the electron package)
//   NSIS, AppImage and signing tools        ELECTRON_BUILDER_BINARIES_MIRROR
//   fpm, which makes deb packages           the same, or fpm of the system with USE_SYSTEM_FPM=true
// `npm run package` alone makes an unpacked folder for this machine and downloads nothing but Electron.

import type { Configuration } from 'electron-builder';
import { APPLICATION_NAME, PRODUCT_NAME } from '../electron/application-identity';
import { FILE_KINDS } from '../shared/ipc/file-kinds';

/** The Electron that goes into the package. */
export interface PackagedElectron {
  readonly version: string;
  /** An unpacked Electron on this machine; without it electron-builder downloads the official one. */
  readonly folder?: string;
}

/** electron-builder's configuration around this Electron. Finished packages go to `output`, release/ as a rule. */
export function packagingConfiguration(electron: PackagedElectron, output = 'release'): Configuration {
  return {
    appId: APPLICATION_NAME,
    productName: PRODUCT_NAME,
    icon: 'build/icons/icon.png',
    electronVersion: electron.version,
    ...(electron.folder === undefined ? {} : { electronDist: electron.folder }),
    directories: { output, buildResources: 'build/icons' },
    // Only built output: everything it needs is bundled, so no node_modules go in.
    files: ['package.json', 'dist/electron/**', 'dist/renderer/**', '!node_modules/**'],
    asar: true,
    npmRebuild: false,
    // A deb package must name a home page; the application has none but its own.
    extraMetadata: { homepage: 'app://nianbao/' },
    electronLanguages: ['zh-CN', 'en-US'],
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      // Windows and macOS check the archive against its hash; Linux has no such check and ignores it.
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      // The development runtime is older than some of these locks.
      resetAdHocDarwinSignature: false,
    },
    fileAssociations: [
      {
        ext: FILE_KINDS.report.extension,
        name: FILE_KINDS.report.label,
        description: FILE_KINDS.report.label,
        mimeType: `application/x-${APPLICATION_NAME}`,
        role: 'Editor',
      },
    ],
    // A new version comes as a new installer, carried by hand into networks without internet.
    publish: null,
    win: {
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      // Nobody files this report as an administrator.
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['zh_CN'],
      language: '2052',
      artifactName: `${APPLICATION_NAME}-\${version}-\${arch}-setup.\${ext}`,
      shortcutName: PRODUCT_NAME,
      // The reports stay when the program goes.
      deleteAppDataOnUninstall: false,
    },
    linux: {
      // deb first: where user namespaces are off (统信, 麒麟), its installation gives chrome-sandbox the mode 4755
      // that it needs; an AppImage cannot.
      target: [
        { target: 'deb', arch: ['x64', 'arm64'] },
        { target: 'AppImage', arch: ['x64', 'arm64'] },
      ],
      executableName: APPLICATION_NAME,
      artifactName: `${APPLICATION_NAME}-\${version}-\${arch}.\${ext}`,
      category: 'Office',
      synopsis: PRODUCT_NAME,
      maintainer: `${APPLICATION_NAME} <${APPLICATION_NAME}@localhost>`,
      desktop: {
        entry: { Name: PRODUCT_NAME, 'Name[zh_CN]': PRODUCT_NAME, StartupWMClass: APPLICATION_NAME },
      },
    },
    deb: { packageName: APPLICATION_NAME },
  };
}
