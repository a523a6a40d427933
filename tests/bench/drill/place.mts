// A database of the tests' server for one step of the drill.
import { withClient } from '../../../scripts/database/open.mts'

/** Places of one server, all of them taken away at the end. */
export class Places {
  readonly #serverUrl: string
  readonly #names: string[] = []

  constructor(serverUrl: string) {
    this.#serverUrl = serverUrl
  }

  async empty(): Promise<string> {
    const name = `etappi_test_${process.pid}_drill_${this.#names.length}`
    this.#names.push(name)
    await withClient(this.#serverUrl, (client) => client.query(`CREATE DATABASE "${name}"`))
    return Object.assign(new URL(this.#serverUrl), { pathname: `/${name}` }).href
  }

  async end(): Promise<void> {
    for (const name of this.#names) {
      await withClient(this.#serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
    }
  }
}
