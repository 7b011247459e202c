// How a date is printed in an official document.

/** “2022年1月20日” for the ISO date 2022-01-20; any other text as it stands, because a clerk may write it his own way. */
export function formatDate(text: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})/u.exec(text);
  return date ? `${date[1]}年${Number(date[2])}月${Number(date[3])}日` : text;
}
