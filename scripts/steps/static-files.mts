// Scripts and styles of the releases before stay beside those of the new one: a page that was opened before a release was put in
// may still ask for them. Their names come from their content, so that nothing is ever written over.
import fs from 'node:fs'
import path from 'node:path'

/** How many releases are kept, the newest among them. */
const most = 4
const keptIn = (build: string) => path.join(build, 'cache/etappi-static')

/** Files of the folder and all below it, as paths within it. */
function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

/** Puts files into another folder, without taking room twice where the disk allows; those that are there stay as they are. */
function layInto(from: string, to: string): number {
  const missing = filesIn(from).filter((file) => !fs.existsSync(path.join(to, file)))
  for (const file of missing) {
    const [source, target] = [path.join(from, file), path.join(to, file)]
    fs.mkdirSync(path.dirname(target), { recursive: true })
    try {
      fs.linkSync(source, target)
    } catch {
      fs.copyFileSync(source, target)
    }
  }
  return missing.length
}

/** Kept releases of a build folder, the newest first. */
function releasesIn(build: string): string[] {
  const kept = keptIn(build)
  if (!fs.existsSync(kept)) return []
  const age = (name: string) => fs.statSync(path.join(kept, name)).mtimeMs
  return fs.readdirSync(kept).sort((a, b) => age(b) - age(a))
}

/**
 * Keeps a list of its own files for a build just made, and lays the files of the releases before beside them: those kept in its
 * folder, and those of `earlier`, the build folder of the installation that is being replaced.
 * @returns how many files of releases before were laid in
 */
export function keepStaticFiles(build: string, earlier: string | null = null): number {
  const own = fs.readFileSync(path.join(build, 'BUILD_ID'), 'utf8').trim()
  const kept = keptIn(build)
  layInto(path.join(build, 'static'), path.join(kept, own))
  const now = new Date()
  fs.utimesSync(path.join(kept, own), now, now)
  for (const name of earlier ? releasesIn(earlier) : []) {
    const { atime, mtime } = fs.statSync(path.join(keptIn(earlier ?? ''), name))
    layInto(path.join(keptIn(earlier ?? ''), name), path.join(kept, name))
    if (name !== own) fs.utimesSync(path.join(kept, name), atime, mtime)
  }
  const releases = releasesIn(build)
  for (const name of releases.slice(most)) fs.rmSync(path.join(kept, name), { recursive: true })
  return releases
    .slice(0, most)
    .filter((name) => name !== own)
    .reduce((sum, name) => sum + layInto(path.join(kept, name), path.join(build, 'static')), 0)
}
