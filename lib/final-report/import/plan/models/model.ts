import type { BoundData } from '@/lib/final-report/bindings/model'
import { bareName } from '@/lib/final-report/check/models/model'
import { plain } from '@/lib/final-report/check/words/model'
import { linesOfPart, type WrittenSection } from '@/lib/final-report/import/written/model'
import type { ToimintamalliRow } from '@/lib/toimintamallit/model'

type Models = Pick<BoundData, 'toimintamallit'>

/**
 * The toimintamalli that a heading of the file tells of: the one of its name, else the one model of the register whose page its
 * links lead to. Null when that leaves several, and for headings that others stand under.
 */
export function modelOfHeading(
  heading: WrittenSection,
  isLeaf: boolean,
  { toimintamallit }: Models,
): ToimintamalliRow | null {
  const named = toimintamallit.filter(
    ({ name }) => plain(name) === plain(heading.title) || plain(bareName(name)) === plain(bareName(heading.title)),
  )
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null
  if (!isLeaf) return null
  const led = new Set(addressesIn(heading).map(pageOf))
  const found = toimintamallit.filter((row) => pagesOf(row).some((page) => led.has(page)))
  return found.length === 1 ? (found[0] ?? null) : null
}

function addressesIn({ blocks }: WrittenSection): string[] {
  const listed = blocks.flatMap((part) => (part.kind === 'links' ? part.items.map(({ address }) => address) : []))
  const written = blocks.flatMap(linesOfPart).flat()
  return [...listed, ...written.flatMap((run) => (run.kind === 'link' ? [run.address] : []))]
}

function pagesOf({ innokylaUrl, addresses }: ToimintamalliRow): string[] {
  return [innokylaUrl, ...addresses.map(({ url }) => url)].flatMap((url) => (url === null ? [] : [pageOf(url)]))
}

/** Addresses that lead to the same page are one. */
function pageOf(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
}
