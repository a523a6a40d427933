import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'

export type ArchivedFile = { path: string; bytes: Uint8Array }

export const manifestPath = 'manifest-sha256.txt'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One line a file, as `sha256sum --check` reads them, in the order of the paths. */
function manifestOf(files: readonly ArchivedFile[]): string {
  const lines = files.map(({ path, bytes }) => `${sha256(bytes)}  ${path}`)
  return `${lines.toSorted((a, b) => a.slice(66).localeCompare(b.slice(66), 'en')).join('\n')}\n`
}

/**
 * An archive package: a ZIP of the files with a manifest of their SHA-256 sums. The same files and moment give the same bytes.
 * `manifest` is the sum of the manifest itself, to be kept elsewhere: with it nothing in the package can be changed unseen.
 */
export function packArchive(files: readonly ArchivedFile[], at: Date): { bytes: Uint8Array; manifest: string } {
  const manifest = strToU8(manifestOf(files))
  const entries = [...files, { path: manifestPath, bytes: manifest }].toSorted((a, b) =>
    a.path.localeCompare(b.path, 'en'),
  )
  // ZIP has no time zones: the moment is written as the same day and hour everywhere.
  const mtime = new Date(at.getTime() + at.getTimezoneOffset() * 60_000)
  const zip = zipSync(Object.fromEntries(entries.map(({ path, bytes }) => [path, [bytes, { mtime, level: 6 }]])))
  return { bytes: zip, manifest: sha256(manifest) }
}

export type ArchiveFault =
  | { fault: 'NOT_AN_ARCHIVE' | 'NO_MANIFEST'; path: null }
  | { fault: 'MISSING' | 'CHANGED' | 'NOT_LISTED' | 'UNREADABLE_LINE'; path: string }

export type ArchiveCheck = { files: number; manifest: string | null; faults: ArchiveFault[] }

/** Looks at every file of a package: is it there, is it what the manifest says, and is there anything that it does not list. */
export function verifyArchive(bytes: Uint8Array): ArchiveCheck {
  const entries = unpacked(bytes)
  if (!entries) return { files: 0, manifest: null, faults: [{ fault: 'NOT_AN_ARCHIVE', path: null }] }
  const manifest = entries[manifestPath]
  if (!manifest) return { files: 0, manifest: null, faults: [{ fault: 'NO_MANIFEST', path: null }] }
  const listed = new Map<string, string>()
  const faults: ArchiveFault[] = []
  for (const line of new TextDecoder().decode(manifest).split('\n').filter(Boolean)) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (sum && path) listed.set(path, sum)
    else faults.push({ fault: 'UNREADABLE_LINE', path: line })
  }
  for (const [path, sum] of listed) {
    const file = entries[path]
    if (!file) faults.push({ fault: 'MISSING', path })
    else if (sha256(file) !== sum) faults.push({ fault: 'CHANGED', path })
  }
  for (const path of Object.keys(entries)) {
    if (path !== manifestPath && !listed.has(path)) faults.push({ fault: 'NOT_LISTED', path })
  }
  return { files: listed.size, manifest: sha256(manifest), faults }
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes)
  } catch {
    return null
  }
}
