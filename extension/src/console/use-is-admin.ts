import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';

/** Whether the operator of now is an Admin. The server decides; this draws what would be refused as off. */
export function useIsAdmin(): boolean {
  const now = useSurroundings().session.current.value;
  return now.state === 'signed-in' && now.kept.view.operator.role === 'Admin';
}

/** The role of the operator of now, in words. */
export function useRoleWord(): string {
  const { words } = useFullSpeech();
  const now = useSurroundings().session.current.value;
  return now.state === 'signed-in' ? words.console.roles[now.kept.view.operator.role] : '';
}
