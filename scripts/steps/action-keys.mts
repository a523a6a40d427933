// Keys that Next asks for where it names server actions and where it hides what a page gives an action to send back.
import { createHash, createHmac } from 'node:crypto'

/**
 * With the same key every build gives the same action the same name, wherever it is made: a form that was opened before a new
 * release was put in is understood after it. It is no secret; every action asks for itself who may do what.
 */
export const namingKey: string = createHash('sha256').update('etappi server actions').digest('base64')

/** What a running server hides with: the same on every server that shares AUTH_SECRET, and on every release. */
export function hidingKey(authSecret: string): string {
  return createHmac('sha256', authSecret).update('etappi server actions').digest('base64')
}
