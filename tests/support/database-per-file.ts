import { afterAll } from 'vitest'
import { beginTestFile } from './database'

process.env.AUTH_SECRET ??= 'only-for-tests-0123456789abcdef0123456789'
const database = await beginTestFile()
afterAll(() => database.dispose())
