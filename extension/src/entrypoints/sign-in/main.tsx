import { extensionEnglish } from '@latchkey/shared/words/en/extension';
import '../../look/tokens.css';
import '../../look/latchkey.css';
import '../../look/pages.css';
import '../../look/extension.css';
import { pressLinksOnce } from '../../look/links-once.ts';
import { startPage } from '../../session/start-page.tsx';
import { keepStorageInMemory } from '../../sign-in/memory-storage.ts';
import { SignInPage } from '../../sign-in/sign-in-page.tsx';

keepStorageInMemory(window);
pressLinksOnce();

const root = document.getElementById('root');
/** From the console, which stays open and notices by itself, back to it; from the popup on to a console. */
const goesBack = location.hash === '#console';

if (root !== null)
  void startPage(root, extensionEnglish, ({ platform }) => (
    <SignInPage
      onDone={async () => {
        if (goesBack) return platform.closeThisTab();
        location.replace('/console.html#/services');
      }}
    />
  ));
