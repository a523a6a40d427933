import fs from 'node:fs'
import path from 'node:path'
import { root } from '../runtime.mjs'

/** Reads .env of the project folder if there is one. Variables that are already set win. */
export function readDotEnv(): void {
  const file = path.join(root, '.env')
  if (fs.existsSync(file)) process.loadEnvFile(file)
}
