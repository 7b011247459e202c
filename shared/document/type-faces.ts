// The type families of an official document, the standard's family first, then what stands in for it on machines
// that lack it (Windows without 方正 fonts, 统信, 麒麟, LibreOffice).

export type Face = 'title' | 'heading' | 'subheading' | 'body' | 'latin';

export const TYPE_FACES: Readonly<Record<Face, readonly [official: string, ...others: string[]]>> = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'Noto Serif CJK SC'],
  heading: ['黑体', 'SimHei', '方正黑体_GBK', '思源黑体', 'Noto Sans CJK SC'],
  subheading: ['楷体_GB2312', '楷体', 'KaiTi', '方正楷体_GBK', '华文楷体', 'Noto Serif CJK SC'],
  body: ['仿宋_GB2312', '仿宋', 'FangSong', '方正仿宋_GBK', '华文仿宋', 'Noto Serif CJK SC'],
  latin: ['Times New Roman', 'Liberation Serif'],
};

/** The families as a CSS list with a generic one at the end. */
export function fontFamilyOf(face: Face): string {
  const generic = face === 'heading' ? 'sans-serif' : 'serif';
  return [...TYPE_FACES[face].map((family) => `'${family}'`), generic].join(',');
}
