import { commonEnglish } from '@latchkey/shared/words/en/common';
import '../../look/tokens.css';
import '../../look/latchkey.css';
import '../../look/pages.css';
import '../../look/extension.css';
import { Popup } from '../../checklist/popup.tsx';
import { startPage } from '../../session/start-page.tsx';

const root = document.getElementById('root');
if (root !== null) void startPage(root, commonEnglish, () => <Popup />);
