// Names for the warnings of other tools, to be suppressed; nothing of it matters here.
#pragma once
