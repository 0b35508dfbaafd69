import { extensionEnglish } from '@latchkey/shared/words/en/extension';
import '../../look/tokens.css';
import '../../look/latchkey.css';
import '../../look/pages.css';
import '../../look/extension.css';
import { OptionsPage } from '../../options/options-page.tsx';
import { startPage } from '../../session/start-page.tsx';

const root = document.getElementById('root');
if (root !== null) void startPage(root, extensionEnglish, () => <OptionsPage />);
