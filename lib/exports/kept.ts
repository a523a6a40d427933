import { createHash } from 'node:crypto'
import v8 from 'node:v8'

const minutes = 10
const most = 8

const holder = globalThis as { etappiKeptFiles?: Map<string, Promise<unknown>> }

/**
 * The same maker of files, for people who wait: what it makes stays for ten minutes. Who leaves the page while a long report is
 * being made and asks for it again, or asks twice, has the file that was made the first time. What is handed out was made of the
 * very same content, so nobody gets anything but what would be made for them.
 * @throws as the maker; a failure is not kept
 */
export function keeping<Given extends readonly unknown[], Made>(
  format: string,
  make: (...given: Given) => Promise<Made>,
): (...given: Given) => Promise<Made> {
  return (...given) => {
    holder.etappiKeptFiles ??= new Map()
    const kept = holder.etappiKeptFiles
    const content = createHash('sha256').update(format).update(v8.serialize(given)).digest('hex')
    const before = kept.get(content) as Promise<Made> | undefined
    if (before) return before
    const made = make(...given)
    kept.set(content, made)
    const forget = () => kept.delete(content)
    made.then(() => setTimeout(forget, minutes * 60_000).unref(), forget)
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
    return made
  }
}
