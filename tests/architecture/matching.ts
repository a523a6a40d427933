import path from 'node:path'
import type { Exceptions } from './rules'

/** Whether a path is covered by a list of patterns ("*" = anything but "/", "**" = anything). */
export function isListed(patterns: Exceptions, file: string): boolean {
  return Object.keys(patterns).some((pattern) => matches(file, pattern))
}

export function matches(file: string, pattern: string): boolean {
  if (!/[*?{[]/.test(pattern)) return file === pattern
  // Brackets are names in Next's folders ("[project]"), never a set of letters.
  return path.matchesGlob(plain(file), plain(pattern))
}

const plain = (text: string): string => text.replaceAll('[', '<').replaceAll(']', '>')
