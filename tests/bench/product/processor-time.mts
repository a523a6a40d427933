import fs from 'node:fs'

const ticksPerSecond = 100

/** Milliseconds of processor time that a process has used, all its threads together; null where the system does not tell. */
export function processorTime(pid: number): number | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return (((fields[11] ?? 0) + (fields[12] ?? 0)) * 1000) / ticksPerSecond
  } catch {
    return null
  }
}
