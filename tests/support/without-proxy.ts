// The finished build once more without proxy.ts: the same files under another folder, of which Next is told that there is no
// proxy. Nothing is built for it.
import fs from 'node:fs'
import path from 'node:path'

/** Makes the folder and gives its name for NEXT_DIST_DIR. @throws when the build had no proxy to leave out */
export function buildWithoutProxy(from = process.env.NEXT_DIST_DIR ?? '.next'): string {
  const to = `${from}-without-proxy`
  fs.rmSync(to, { recursive: true, force: true })
  linkAll(from, to)
  const file = path.join(to, 'server/functions-config-manifest.json')
  const known = JSON.parse(fs.readFileSync(file, 'utf8')) as { functions: Record<string, unknown> }
  if (!known.functions['/_middleware']) throw new Error('The build has no proxy to leave out.')
  delete known.functions['/_middleware']
  // The file is shared with the build itself until it is taken away.
  fs.rmSync(file)
  fs.writeFileSync(file, JSON.stringify(known))
  return to
}

/** The same files under another name; folders that are links stay links, and what a build keeps for the next is left out. */
function linkAll(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true })
  for (const one of fs.readdirSync(from, { withFileTypes: true })) {
    const [place, copy] = [path.join(from, one.name), path.join(to, one.name)]
    if (one.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(place), copy)
    else if (one.isFile()) fs.linkSync(place, copy)
    else if (one.name !== 'cache') linkAll(place, copy)
  }
}
