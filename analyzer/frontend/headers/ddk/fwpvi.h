// The names without a version are defined where their versions are.
#pragma once
