import { afterAll } from 'vitest'
import { beginTestFile } from './database'
import { testSecret } from './test-server'

process.env.AUTH_SECRET ??= testSecret
const database = await beginTestFile()
afterAll(() => database.dispose())
