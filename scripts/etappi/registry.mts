import type { Command } from './command.mts'
import { counts } from './commands/counts.mts'
import { health } from './commands/health.mts'
import { users } from './commands/users.mts'

export const commands: readonly Command[] = [counts, users, health]
