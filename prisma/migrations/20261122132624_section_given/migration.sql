-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'section_given' AFTER 'mention';
