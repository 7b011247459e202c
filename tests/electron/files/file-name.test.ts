// Suggested names become names that every system's folders accept.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/files/file-name';

describe('a file name', () => {
  it.each([
    ['番禺区人社局 2021年年报', '番禺区人社局 2021年年报.nianbao'],
    ['年报.nianbao', '年报.nianbao'],
    ['年报.NIANBAO', '年报.nianbao'],
    ['年报（未通过校验）.doc', '年报（未通过校验）.doc.nianbao'],
    ['关于/某局\\某科:一*二?"三"<四>|五', '关于_某局_某科_一_二__三__四__五.nianbao'],
    ['../../etc/passwd', '_.._etc_passwd.nianbao'],
    ['换\n行\u0000和\u202e反向', '换_行_和_反向.nianbao'],
    ['  ..  ', '未命名.nianbao'],
    ['', '未命名.nianbao'],
    ['.hidden', 'hidden.nianbao'],
    ['尾点.. ', '尾点.nianbao'],
    ['CON', '_CON.nianbao'],
    ['com1.report', '_com1.report.nianbao'],
    ['construction', 'construction.nianbao'],
  ])('%j becomes %j', (suggested, name) => {
    expect(safeFileName(suggested, 'nianbao')).toBe(name);
  });

  it('fits the 255 bytes that Linux gives a name, whatever is suggested', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (suggested) => {
        const name = safeFileName(suggested, 'nianbao');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.nianbao$/u);
        expect(name).not.toMatch(/^\.|^\s/);
      }),
    );
  });
});
