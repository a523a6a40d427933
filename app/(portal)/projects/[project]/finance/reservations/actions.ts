'use server'

import { action } from '@/lib/access/action'
import { reservationsAddress } from '@/lib/finance/addresses'
import { addReservation, changeReservation, removeReservation } from '@/lib/finance/reservations/commands'
import { newReservationSchema, reservationSchema } from '@/lib/finance/reservations/schema'
import { removalSchema } from '@/lib/finance/schema'

const toList = (_done: unknown, { project }: { project: string }) => reservationsAddress(project)

export const add = action(
  newReservationSchema,
  (viewer, { project: _, ...input }) => addReservation(viewer, input),
  toList,
)
export const change = action(
  reservationSchema,
  (viewer, { project: _, ...input }) => changeReservation(viewer, input),
  toList,
)
export const remove = action(removalSchema, removeReservation, toList)
