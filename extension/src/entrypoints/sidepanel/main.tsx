import { diagnoseText } from '@latchkey/shared/api/diagnosis';
import { readConsentDiff } from '@latchkey/shared/api/permissions';
import { extensionEnglish } from '@latchkey/shared/words/en/extension';
import '../../look/tokens.css';
import '../../look/latchkey.css';
import '../../look/pages.css';
import '../../look/extension.css';
import { knowEndpoints } from '../../server-api/server-api.ts';
import { startPage } from '../../session/start-page.tsx';
import { SidePanel } from '../../side-panel/side-panel.tsx';

// The error doctor asks whose tenant it is; what will be asked there is the server's to say.
knowEndpoints({ diagnoseText, readConsentDiff });
const root = document.getElementById('root');
if (root !== null) void startPage(root, extensionEnglish, () => <SidePanel />);
