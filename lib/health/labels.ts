import type { HealthPart, HealthState, ReplicaFound, SettingFault } from '@/lib/health/model'

export const partLabels: Record<HealthPart, string> = {
  database: 'health.part.database',
  replica: 'health.part.replica',
  migrations: 'health.part.migrations',
  queue: 'health.part.queue',
  disk: 'health.part.disk',
  scanner: 'health.part.scanner',
  backup: 'health.part.backup',
  audit: 'health.part.audit',
  settings: 'health.part.settings',
  versions: 'health.part.versions',
}

export const stateLabels: Record<HealthState, string> = {
  good: 'health.state.good',
  warning: 'health.state.warning',
  danger: 'health.state.danger',
}

export const faultLabels: Record<SettingFault, string> = {
  demo: 'health.fault.demo',
  no_tls: 'health.fault.no_tls',
  no_mail: 'health.fault.no_mail',
  mail_plain: 'health.fault.mail_plain',
  no_backups: 'health.fault.no_backups',
  schedule_off: 'health.fault.schedule_off',
  links_any: 'health.fault.links_any',
}

export const refusalLabels: Record<NonNullable<ReplicaFound['refusal']>, string> = {
  powers: 'health.found.replicaPowers',
  stranger: 'health.found.replicaStranger',
}
