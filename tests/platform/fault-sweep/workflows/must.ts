import type { Result } from '@/lib/values/result'

/** What was done. @throws with what was told when it was not */
export function must<T>(done: Result<T, string>): T {
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.value
}
