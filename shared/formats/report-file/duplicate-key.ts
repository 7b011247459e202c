// Finds a key that stands twice in one JSON object. JSON.parse keeps the last one in silence, and a figure that
// disappears in silence is what this program must never allow.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gu;

/**
 * The first key that occurs twice in the same object, with the keys that lead to it (`values.…`), or undefined.
 * The text must be valid JSON: callers parse it first.
 */
export function findDuplicateKey(json: string): string | undefined {
  const open: { keys: Set<string> | undefined; path: string }[] = [];
  let lastText = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const current = open.at(-1);
    if (token.startsWith('"')) lastText = token;
    else if (token === '{' || token === '[')
      open.push({
        keys: token === '{' ? new Set() : undefined,
        path: current?.keys ? pathTo(open, lastText) : '',
      });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && current?.keys) {
      const key = String(JSON.parse(lastText));
      if (current.keys.has(key)) return pathTo(open, lastText);
      current.keys.add(key);
    }
  }
  return undefined;
}

function pathTo(open: readonly { path: string }[], keyToken: string): string {
  const parent = open.at(-1)?.path ?? '';
  const key = String(JSON.parse(keyToken));
  return parent === '' ? key : `${parent}.${key}`;
}
