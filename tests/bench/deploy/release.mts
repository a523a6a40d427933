// A second release: the files of this project as they are, in a folder of their own, with a change, built there by the command
// that an operator uses. It is made beside the running one, as a new release is.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../../scripts/runtime.mjs'

/** The action of the form for a new risk gets another name: a form opened before is then not known to the release. */
const changes = [
  ['app/(portal)/projects/[project]/risks/actions.ts', 'export const add =', 'export const addRow ='],
  ['app/(portal)/projects/[project]/risks/new/page.tsx', 'import { add }', 'import { addRow as add }'],
] as const

export type Release = { folder: string; remove(): void }

/** @param earlier folder of the installation that it takes the place of */
export async function makeRelease(earlier: string): Promise<Release> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-release-'))
  const remove = () => fs.rmSync(folder, { recursive: true, force: true })
  try {
    copyFiles(folder)
    for (const [file, from, to] of changes) {
      const text = fs.readFileSync(path.join(folder, file), 'utf8')
      if (!text.includes(from)) throw new Error(`${file} has no "${from}" to change`)
      fs.writeFileSync(path.join(folder, file), text.replace(from, to))
    }
    await build(folder, earlier)
    return { folder, remove }
  } catch (error) {
    remove()
    throw error
  }
}

const notCopied = new Set(['.git', '.cache', 'data', 'node_modules', 'generated', 'test-results', '.env'])

function copyFiles(folder: string): void {
  for (const name of fs.readdirSync(root)) {
    if (notCopied.has(name) || name.startsWith('.next')) continue
    fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  }
  // Next wants packages in the folder itself; links to the same files take no room.
  for (const name of ['node_modules', 'generated']) {
    const linked = spawnSync('cp', ['-al', path.join(root, name), path.join(folder, name)])
    if (linked.status !== 0) fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  }
}

function build(folder: string, earlier: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const { NEXT_DIST_DIR: _, ...env } = process.env
    const child = spawn('npm', ['run', 'build', '--', '--earlier', earlier], { cwd: folder, env })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm run build ended with ${code}:\n${said}`)),
    )
  })
}
