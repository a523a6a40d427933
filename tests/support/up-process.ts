// `npm run up` (or what it starts) as a child process of a test, in a data folder and on a port of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../scripts/runtime.mjs'

export class UpProcess {
  output = ''
  readonly place: { dataDir: string; port: number }
  readonly #child: ChildProcess
  readonly ended: Promise<number | null>

  constructor(
    place: { dataDir: string; port: number },
    args: string[] = [],
    settings: Record<string, string> = {},
    npm = false,
  ) {
    this.place = place
    const env = {
      ...process.env,
      DATA_DIR: place.dataDir,
      PORT: String(place.port),
      APP_URL: '',
      DATABASE_URL: '',
      ...settings,
    }
    this.#child = npm
      ? spawn('npm', ['run', 'up', '--', ...args], { cwd: root, env })
      : spawn('node', ['scripts/up.mjs', ...args], { cwd: root, env })
    const take = (chunk: Buffer) => {
      this.output += chunk.toString()
    }
    this.#child.stdout?.on('data', take)
    this.#child.stderr?.on('data', take)
    this.ended = new Promise((resolve) => this.#child.once('close', (code) => resolve(code)))
  }

  /** Waits until it has said something; throws with everything it said when it ends before. */
  async says(sentence: string | RegExp): Promise<void> {
    const found = () => (typeof sentence === 'string' ? this.output.includes(sentence) : sentence.test(this.output))
    const over = { yes: false }
    void this.ended.then(() => {
      over.yes = true
    })
    while (!found()) {
      if (over.yes) throw new Error(`It ended without saying ${sentence}:\n${this.output}`)
      await wait(20)
    }
  }

  ready(): Promise<void> {
    return this.says('Ctrl-C stops it.')
  }

  /** As the system stops a service. Returns the exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM')
    return this.ended
  }

  /** kill -9 of everything: the script, the web server, the database, npm. */
  async killAll(): Promise<void> {
    const read = (name: string) =>
      JSON.parse(fs.readFileSync(path.join(this.place.dataDir, name), 'utf8')) as { pid: number }
    for (const file of ['up.lock', 'server.json']) {
      if (fs.existsSync(path.join(this.place.dataDir, file))) killHard(read(file).pid)
    }
    const database = this.postmaster()
    if (database !== null) killHard(database)
    this.#child.kill('SIGKILL')
    await this.ended
  }

  /** Process id of the database; null while it is being started, when its file is not there or still empty. */
  postmaster(): number | null {
    const file = path.join(this.place.dataDir, 'postgres/postmaster.pid')
    if (!fs.existsSync(file)) return null
    return Number(fs.readFileSync(file, 'utf8').split('\n')[0]) || null
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // gone already
  }
}
