import { queryAtMost } from '@/lib/search/terms/model'

/** What an address asks for, `?q=…`: the first of several, without spaces around it, as much of it as is looked for. */
export function readQuery(q: string | string[] | null | undefined): string {
  const text = (Array.isArray(q) ? q[0] : q) ?? ''
  return text.replaceAll('\u0000', '').trim().slice(0, queryAtMost)
}
