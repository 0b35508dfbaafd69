import { linkSequence, templateNames } from '@latchkey/shared/mail/mail-template';
import { useFullSpeech } from '../look/words.ts';

/** Every name that a template may have, with what stands in its place. */
export function TemplateNames() {
  const of = useFullSpeech().words.console.mailPage;
  const entry = (name: string, gives: string) => (
    <div key={name}>
      <dt class="lk-mono" dir="ltr">
        {name}
      </dt>
      <dd class="lk-soft">{gives}</dd>
    </div>
  );
  return (
    <section aria-labelledby="names" class="lkx-stack lkc-wide">
      <h2 id="names">{of.names}</h2>
      <dl class="lkc-names">
        {entry(linkSequence, of.linkName)}
        {templateNames.map((name) => entry(`{{${name}}}`, of.gives[name]))}
      </dl>
    </section>
  );
}
