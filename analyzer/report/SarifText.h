// Messages as SARIF wants them: templates with doubled braces, Markdown beside plain text, whole sentences.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/model/Finding.h"

namespace irqlint {

// `text` with a period at its end, if it has no mark there.
std::string asSentence(std::string_view text);

// A template of a finding as a SARIF message string: braces that do not number an argument are doubled.
std::string sarifTemplate(std::string_view text);

// The template with '{0}' as code instead of in quotes.
std::string markdownTemplate(std::string_view text);

// The finding with its message as a sentence and its help as the next one, which has a message id of its own.
Finding withFix(const Finding& finding);

// The finding's message as SARIF text and as Markdown; links keep their form, and nothing in an argument becomes one.
std::string sarifMessage(const Finding& finding);
std::string markdownMessage(const Finding& finding);

// "PASSIVE_LEVEL -> DISPATCH_LEVEL", one level if it stays, "" if the step says none.
std::string levelChange(const ThreadFlowLocation& step);

}  // namespace irqlint
