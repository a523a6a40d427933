import type { Role } from '@/lib/access/model'

/** Somebody of the project; `units`: how many reporting units the person writes for. */
export type Person = { name: string; email: string; units: number }

/** People of the project in one role. Names and e-mails only for those who may know them; the rest see how many there are. */
export type PeopleInRole = { role: Role; count: number; people: Person[] | null }
