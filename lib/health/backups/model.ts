const pattern = /^etappi-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar\.gz\.age$/

/** etappi-20261122T031500Z.tar.gz.age: the moment in UTC, so that names sort by time all year round. */
export function backupName(at: Date): string {
  return `etappi-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.tar.gz.age`
}

/** When a backup of this name was taken; null for files of other names. */
export function backupMoment(name: string): Date | null {
  const [, year, month, day, hour, minute, second] = pattern.exec(name) ?? []
  return year ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : null
}
