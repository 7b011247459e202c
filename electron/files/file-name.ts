// Makes a suggested name into one that every system's folders can hold. Pure.

/** Characters that Windows, Linux or macOS refuse in a name, and invisible ones that would disguise it. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Names of devices that Windows refuses, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Room for a folder's path and a numbered copy within the 255 bytes that Linux gives a name (3 a Chinese character). */
const LONGEST = 60;

/**
 * The name with its extension, without anything a file name cannot hold: forbidden characters become “_”, an empty
 * name becomes “未命名”. The extension is added unless the name ends in it already.
 */
export function safeFileName(suggested: string, extension: string): string {
  const ending = `.${extension}`;
  const bare = suggested.toLowerCase().endsWith(ending) ? suggested.slice(0, -ending.length) : suggested;
  const cleaned = [...bare.normalize('NFC').replace(FORBIDDEN, '_')].slice(0, LONGEST).join('');
  const trimmed = cleaned.replace(/^[\s.]+|[\s.]+$/g, '');
  const name = trimmed === '' ? '未命名' : trimmed;
  return `${DEVICE.test(name) ? '_' : ''}${name}${ending}`;
}
