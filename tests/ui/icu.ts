/** The arguments of an ICU message as "name" or "name:plural", those inside plural and select branches too, sorted. */
export function icuArguments(message: string): string[] {
  const found = new Set<string>()
  walk(message, 0, found)
  return [...found].sort()
}

/** Reads text until its closing brace; returns where it stopped. */
function walk(message: string, start: number, found: Set<string>): number {
  let at = start
  while (at < message.length && message[at] !== '}') {
    if (message[at] === "'") at = afterQuote(message, at)
    else if (message[at] === '{') at = argument(message, at + 1, found)
    else at += 1
  }
  return at
}

function afterQuote(message: string, at: number): number {
  if (message[at + 1] === "'") return at + 2
  if (!/[{}#|]/.test(message[at + 1] ?? '')) return at + 1
  const end = message.indexOf("'", at + 1)
  return end === -1 ? message.length : end + 1
}

function argument(message: string, start: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(message.slice(start))
  if (!head) throw new Error(`not an ICU argument at ${start}: ${message}`)
  found.add(head[2] ? `${head[1]}:${head[2]}` : String(head[1]))
  let at = start + head[0].length
  while (at < message.length && message[at] !== '}') {
    at = message[at] === '{' ? walk(message, at + 1, found) + 1 : at + 1
  }
  return at + 1
}
