// The passwords that leaks have shown most often, as a library keeps them.
import { createRequire } from 'node:module'
import path from 'node:path'
import type * as Common from '@zxcvbn-ts/language-common'

let known: ReadonlySet<string> | null = null

/** Loaded when somebody chooses a password, not with every page that knows the rules for one. */
function leaked(): ReadonlySet<string> {
  const load = createRequire(path.join(process.cwd(), 'package.json'))
  known ??= new Set((load('@zxcvbn-ts/language-common') as typeof Common).dictionary['passwords-common'])
  return known
}

/** So many figures and signs before and after a leaked password, all of them together, make no other one of it. */
const aroundAtMost = 7

/** Whether a password has been leaked, as it is or with a few figures and signs around it; capitals make no difference. */
export function isLeakedPassword(password: string): boolean {
  const small = password.toLowerCase()
  const core = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return leaked().has(small) || (core !== '' && small.length - core.length <= aroundAtMost && leaked().has(core))
}
