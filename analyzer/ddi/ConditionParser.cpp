#include "analyzer/ddi/ConditionParser.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

namespace irqlint {
namespace {

using Node = Condition::Node;
using NodePtr = std::unique_ptr<Node>;

struct Token {
  enum class Kind : std::uint8_t { End, Name, Number, String, Symbol, Bad };
  Kind kind = Kind::End;
  std::string_view text;  // a string without its quotes
  std::size_t begin = 0;  // in the condition
  std::size_t end = 0;
};

bool isNameChar(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$'; }

constexpr std::string_view kSymbols[] = {"->", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>", "::", "<", ">", "&",
                                         "|",  "^",  "!",  "~",  "(",  ")",  ".",  ",",  "*",  "-",  "+", "[", "]"};

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  const auto add = [&](Token::Kind kind, std::size_t length) {
    tokens.push_back({kind, text.substr(at, length), at, at + length});
    at += length;
  };
  while (at < text.size()) {
    const char c = text[at];
    if (std::isspace(static_cast<unsigned char>(c))) {
      ++at;
    } else if (isNameChar(c)) {
      const auto end = std::ranges::find_if_not(text.substr(at), isNameChar);
      const bool number = std::isdigit(static_cast<unsigned char>(c)) != 0;
      add(number ? Token::Kind::Number : Token::Kind::Name, static_cast<std::size_t>(end - text.substr(at).begin()));
    } else if (c == '"') {
      const std::size_t close = text.find('"', at + 1);
      if (close == std::string_view::npos) {
        add(Token::Kind::Bad, text.size() - at);
      } else {
        tokens.push_back({Token::Kind::String, text.substr(at + 1, close - at - 1), at, close + 1});
        at = close + 1;
      }
    } else {
      const auto* symbol = std::ranges::find_if(kSymbols, [&](auto s) { return text.substr(at).starts_with(s); });
      if (symbol == std::end(kSymbols))
        add(Token::Kind::Bad, 1);
      else
        add(Token::Kind::Symbol, symbol->size());
    }
  }
  tokens.push_back({Token::Kind::End, {}, at, at});
  return tokens;
}

std::optional<std::int64_t> numberOf(std::string_view text) {
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    base = 16;
    text.remove_prefix(2);
  } else if (text.size() > 1 && text.front() == '0') {
    base = 8;
  }
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  const std::string_view suffix(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (suffix.find_first_not_of("uUlLiI0123456789") != std::string_view::npos) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

struct BinaryOperator {
  std::string_view symbol;
  ConditionOperator op;
  int precedence;
};
constexpr BinaryOperator kBinary[] = {
    {"||", ConditionOperator::Or, 1},           {"&&", ConditionOperator::And, 2},
    {"|", ConditionOperator::BitOr, 3},         {"^", ConditionOperator::BitXor, 4},
    {"&", ConditionOperator::BitAnd, 5},        {"==", ConditionOperator::Equal, 6},
    {"!=", ConditionOperator::NotEqual, 6},     {"<", ConditionOperator::Less, 7},
    {"<=", ConditionOperator::LessEqual, 7},    {">", ConditionOperator::Greater, 7},
    {">=", ConditionOperator::GreaterEqual, 7}, {"<<", ConditionOperator::ShiftLeft, 8},
    {">>", ConditionOperator::ShiftRight, 8},   {"+", ConditionOperator::Add, 9},
    {"-", ConditionOperator::Subtract, 9},
};

NodePtr make(Node::Kind kind) {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  return node;
}

NodePtr opaque(bool notZero) {
  auto node = make(Node::Kind::Opaque);
  node->notZero = notZero;
  return node;
}

// Deeper nesting than any condition needs; keeps a hostile one from exhausting the stack.
constexpr int kDeepest = 64;

// Recursive descent; a null node means that `error_` is set.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), tokens_(tokenize(text)) {}

  Result<NodePtr> parse() {
    NodePtr root = binary(1);
    if (root && peek().kind != Token::Kind::End) root = fail("end of condition");
    if (!root) return Error("condition '" + std::string(text_) + "': expected " + error_);
    return root;
  }

 private:
  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  bool isSymbol(std::string_view symbol, std::size_t ahead = 0) const {
    return peek(ahead).kind == Token::Kind::Symbol && peek(ahead).text == symbol;
  }
  bool accept(std::string_view symbol) {
    if (!isSymbol(symbol)) return false;
    ++at_;
    return true;
  }
  NodePtr fail(std::string_view expected) {
    if (error_.empty()) error_ = std::string(expected) + " at column " + std::to_string(peek().begin + 1);
    return nullptr;
  }

  NodePtr binary(int lowest) {
    NodePtr left = unary();
    while (left) {
      const auto* op = std::ranges::find_if(kBinary, [this](const auto& o) { return isSymbol(o.symbol); });
      if (op == std::end(kBinary) || op->precedence < lowest) return left;
      ++at_;
      NodePtr right = binary(op->precedence + 1);
      if (!right) return nullptr;
      auto node = make(Node::Kind::Binary);
      node->op = op->op;
      node->children.push_back(std::move(left));
      node->children.push_back(std::move(right));
      left = std::move(node);
    }
    return nullptr;
  }

  NodePtr unary() {
    if (++depth_ > kDeepest) return fail("less nesting");
    NodePtr node = unaryAtDepth();
    --depth_;
    return node;
  }

  NodePtr unaryAtDepth() {
    constexpr std::pair<std::string_view, ConditionOperator> kUnary[] = {
        {"!", ConditionOperator::Not}, {"~", ConditionOperator::Complement}, {"-", ConditionOperator::Negate}};
    for (const auto& [symbol, op] : kUnary) {
      if (!accept(symbol)) continue;
      NodePtr child = unary();
      if (!child) return nullptr;
      auto node = make(Node::Kind::Unary);
      node->op = op;
      node->children.push_back(std::move(child));
      return node;
    }
    if (accept("*")) {
      NodePtr pointer = unary();
      if (!pointer) return nullptr;
      if (pointer->kind != Node::Kind::Operand) return opaque(false);
      pointer->operand.path.emplace_back("*");
      return pointer;
    }
    if (accept("&")) return unary() ? opaque(true) : nullptr;
    if (const std::size_t length = castLength()) {
      at_ += length;
      return unary();  // the number stays what it is
    }
    return postfix();
  }

  // The number of tokens of a cast that begins here: "(" words and stars ")" before something that is cast.
  std::size_t castLength() const {
    if (!isSymbol("(") || peek(1).kind != Token::Kind::Name) return 0;
    std::size_t ahead = 1;
    while (peek(ahead).kind == Token::Kind::Name) ++ahead;
    while (isSymbol("*", ahead)) ++ahead;
    if (!isSymbol(")", ahead)) return 0;
    const Token& next = peek(ahead + 1);
    const bool isOperand =
        next.kind == Token::Kind::Name || next.kind == Token::Kind::Number || isSymbol("(", ahead + 1);
    return isOperand ? ahead + 1 : 0;
  }

  NodePtr postfix() {
    NodePtr node = primary();
    while (node) {
      std::string step;
      if (accept("->")) {
        step = "->";
      } else if (accept(".")) {
        step = ".";
      } else if (isSymbol("[")) {
        if (!index(step)) return nullptr;
        if (!addStep(node, step)) node = opaque(false);
        continue;
      } else {
        return node;
      }
      if (peek().kind != Token::Kind::Name) return fail("a member name");
      step += peek().text;
      ++at_;
      if (!addStep(node, step)) node = opaque(false);
    }
    return nullptr;
  }

  static bool addStep(NodePtr& node, const std::string& step) {
    if (node->kind != Node::Kind::Operand || step.empty()) return false;
    node->operand.path.push_back(step);
    return true;
  }

  // An index in brackets; `step` stays empty if it is not a number.
  bool index(std::string& step) {
    ++at_;
    const NodePtr inner = binary(1);
    if (!inner) return false;
    if (!accept("]")) return fail("]") != nullptr;
    if (inner->kind == Node::Kind::Number) step = "[" + std::to_string(inner->number) + "]";
    return true;
  }

  NodePtr primary() {
    const Token token = peek();
    if (accept("(")) {
      NodePtr inner = binary(1);
      if (inner && !accept(")")) return fail(")");
      return inner;
    }
    ++at_;
    if (token.kind == Token::Kind::Number) {
      const auto value = numberOf(token.text);
      if (!value) return fail("a number");
      auto node = make(Node::Kind::Number);
      node->number = *value;
      return node;
    }
    if (token.kind == Token::Kind::String) return opaque(true);
    if (token.kind == Token::Kind::Name) {
      if (isSymbol("(")) return call(token.text);
      auto node = make(Node::Kind::Operand);
      node->operand.root = token.text;
      while (accept("::")) {  // a C++ constant
        if (peek().kind != Token::Kind::Name) return fail("a name");
        node->operand.root += "::" + std::string(peek().text);
        ++at_;
      }
      return node;
    }
    --at_;
    return fail("an operand");
  }

  NodePtr call(std::string_view name) {
    auto node = make(Node::Kind::Call);
    node->name = name;
    ++at_;
    if (accept(")")) return node;
    do {
      const Token first = peek();
      NodePtr argument = binary(1);
      if (!argument) return nullptr;
      const std::size_t end = tokens_[at_ - 1].end;
      const bool isString = first.kind == Token::Kind::String && first.end == end;
      node->arguments.emplace_back(isString ? first.text : text_.substr(first.begin, end - first.begin));
      node->children.push_back(std::move(argument));
    } while (accept(","));
    if (!accept(")")) return fail(")");
    return node;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string error_;
};

}  // namespace

Result<NodePtr> parseCondition(std::string_view text) { return Parser(text).parse(); }

}  // namespace irqlint
